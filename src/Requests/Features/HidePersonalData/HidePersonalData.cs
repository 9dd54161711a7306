using Suiying.Engines.Text.Personal;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>A person takes what was found of their data out of their own words, before they submit; how they are reached stands elsewhere.</summary>
public sealed class HidePersonalData(RequestDrafts drafts)
{
    public sealed record Command
    {
        public required Guid? Draft { get; init; }
    }

    public async Task<Outcome<DraftContent>> Run(Command command, CancellationToken ct)
    {
        if (await drafts.Find(command.Draft, ct) is not { Number: null } draft)
            return new DraftGone();
        var hidden = draft with { Text = Redaction.Of(draft.Text) };
        await drafts.Keep(command.Draft, hidden, ct);
        return hidden;
    }
}
