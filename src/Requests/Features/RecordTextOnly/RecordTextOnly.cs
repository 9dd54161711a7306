using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>只用文字联系, recorded on a request by who works on it or by its person, and true of the person from then on. No reason is asked.</summary>
public sealed class RecordTextOnly(RequestDoor door, RequestsDb db)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required bool On { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.MarkTextOnly, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        var request = opened.Request;
        if (request.MarkTextOnly(command.On, opened.Step()) is { } no)
            return no;
        await db.Wish(request.PersonId!.Value, command.On, opened.Now, ct);
        var others = await db
            .Requests.Include(r => r.Deadlines)
            .Where(r => r.PersonId == request.PersonId && r.Id != request.Id && r.EndedAt == null && r.TextOnly != command.On)
            .ToListAsync(ct);
        foreach (var other in others)
            _ = other.MarkTextOnly(command.On, Carried(opened));
        return await door.Save(opened, ct, [.. others]);
    }

    /// <summary>What else the person has open says the same, but to nobody who works on it which other desk learned of it.</summary>
    private static Step Carried(Opened opened) =>
        opened.Step() with
        {
            Action = opened.By.Is(Role.Resident) ? RequestAction.MarkTextOnly : RequestAction.CarryTextOnly,
            By = opened.By.Is(Role.Resident) ? opened.By : Actor.System,
            Key = null,
            For = null,
        };
}
