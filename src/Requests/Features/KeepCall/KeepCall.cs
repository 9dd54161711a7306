using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>Keeps what an agent has noted so far, or forgets it, so that a broken line, browser or server loses nothing.</summary>
public sealed class KeepCall(RequestsDb db, CallDrafts drafts, TimeProvider time)
{
    private const int Longest = 20_000;

    public sealed record Command
    {
        /// <summary>The id that the request will have.</summary>
        public required RequestId Id { get; init; }

        /// <summary>Fields of the form by name; empty forgets the draft.</summary>
        public required IReadOnlyDictionary<string, string> Notes { get; init; }

        /// <summary>The call in hand.</summary>
        public Guid? Call { get; init; }

        /// <summary>Its sealed caller.</summary>
        public Guid? Person { get; init; }

        public override string ToString() => "Command(sealed)";
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Agent))
            return new NotAllowed();
        if (command.Notes.Sum(n => n.Key.Length + n.Value.Length) > Longest)
            return Refusal.Invalid(new FieldProblem("text", "写下的内容太长，请先登记一部分。"));
        // The same agent's page may keep twice at once.
        return await db.WriteOrRetry(() => Keep(command, by, ct), ct);
    }

    private async Task<Outcome<Done>> Keep(Command command, Actor by, CancellationToken ct)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var id = command.Id.Value;
        var row = await db.CallDrafts.FirstOrDefaultAsync(d => d.Id == id, ct);
        if (row is not null && !await drafts.For(by, command.Call, command.Person, now).AnyAsync(d => d.Id == id, ct))
            return new NotAllowed();
        if (command.Notes.Count == 0)
        {
            if (row is not null)
                db.CallDrafts.Remove(row);
        }
        else
        {
            if (row is null)
                db.CallDrafts.Add(row = new CallDraft(id));
            row.Keep(drafts.Close(id, command.Notes), by, now);
            row.In(command.Call, command.Person);
        }
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
