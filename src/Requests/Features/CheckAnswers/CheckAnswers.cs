using Suiying.Contracts.People;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>Last step: the draft becomes a request. A second press, or a reload, ends at the same receipt.</summary>
public sealed class CheckAnswers(RequestDrafts drafts, SubmitRequest submitRequest)
{
    public sealed record Command
    {
        public required Guid? Draft { get; init; }
    }

    public async Task<Outcome<DraftContent>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (await drafts.Find(command.Draft, ct) is not { } draft)
            return new DraftGone();
        if (draft.Next != DraftStep.Check)
            return draft;

        var submit = new SubmitRequest.Command
        {
            Id = draft.Id,
            Intake = draft.ToIntake(),
            Person = draft.Contact == DraftContact.Phone ? new Identity { Name = draft.Name, Phone = draft.Phone } : null,
            Photos = draft.Photos,
            QueryCode = draft.QueryCode,
        };
        var person = draft.Contact == DraftContact.SignedIn && by.Is(Role.Resident) ? Actor.Resident(by.Id) : Actor.Visitor;
        if (!(await submitRequest.Run(submit, person, ct)).Ok(out var registered, out var refusal))
            return refusal;

        // What was asked is now sealed where it belongs; the draft keeps only what the receipt needs.
        var receipt = new DraftContent
        {
            Id = draft.Id,
            QueryCode = draft.QueryCode,
            Number = registered.Number,
        };
        await drafts.Keep(command.Draft, receipt, ct);
        return receipt;
    }
}
