using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

/// <summary>接入一个来件来源; its signing secret is told once.</summary>
public sealed class AddInboxSource(ChannelsDb db, InboxGate gate, TimeProvider time)
{
    public sealed record Command
    {
        public required string Name { get; init; }

        /// <summary>Null where none was chosen.</summary>
        public required InboxKind? Kind { get; init; }
    }

    public sealed record Added(Guid Id, string Name, string Secret)
    {
        public override string ToString() => $"Added {Id}";
    }

    public async Task<Outcome<Added>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.System, Role.SecurityAdmin))
            return new NotAllowed();
        var name = command.Name.Trim();
        var wrong = new List<FieldProblem>();
        if (name.Length is 0 or > InboxSource.LongestName || name.Any(char.IsControl))
            wrong.Add(new FieldProblem("name", $"请写明是哪个来件来源，最多{InboxSource.LongestName}个字。"));
        if (command.Kind is not { } kind || !Enum.IsDefined(kind))
        {
            wrong.Add(new FieldProblem("kind", "请选择来件渠道。"));
            return Refusal.Invalid(wrong);
        }
        if (wrong.Count > 0)
            return Refusal.Invalid(wrong);

        var now = time.GetUtcNow();
        var secret = SignedMessage.NewSecret();
        var source = new InboxSource(Guid.CreateVersion7(now), kind, name, by, now);
        source.Keep(gate.Encrypt(secret));
        db.InboxSources.Add(source);
        await db.SaveChangesAsync(ct);
        return new Added(source.Id, name, secret);
    }
}
