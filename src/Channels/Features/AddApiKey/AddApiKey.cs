using Suiying.Channels.Model;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>发给一个程序接口密钥; told once, and good at once in every running server.</summary>
public sealed class AddApiKey(ChannelsDb db, TimeProvider time)
{
    public sealed record Command
    {
        /// <summary>Whose program it is.</summary>
        public required string Name { get; init; }
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
        if (name.Length is 0 or > ApiKey.LongestName || name.Any(char.IsControl))
            return Refusal.Invalid(new FieldProblem("name", $"请写明给谁用，最多{ApiKey.LongestName}个字。"));
        var now = time.GetUtcNow();
        var (key, secret) = ApiKey.Make(name, now);
        db.ApiKeys.Add(key);
        db.ApiKeyChanges.Add(ApiKeyChange.Of(key, ApiKeyChangeKind.Added, by, now));
        await db.SaveChangesAsync(ct);
        return new Added(key.Id, key.Name, secret);
    }
}
