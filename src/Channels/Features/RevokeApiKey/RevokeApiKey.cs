using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>停用接口密钥. What it handed in stays; nobody reads it as its own any more.</summary>
public sealed class RevokeApiKey(ChannelsDb db, TimeProvider time)
{
    public sealed record Command
    {
        /// <summary>Id of a key, or a name: then every key of that name.</summary>
        public required string Key { get; init; }

        /// <summary>Why, for who reads the changes later.</summary>
        public required string Reason { get; init; }
    }

    public sealed record Revoked(int Keys);

    public async Task<Outcome<Revoked>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.System, Role.SecurityAdmin))
            return new NotAllowed();
        var reason = command.Reason.Trim();
        if (reason.Length is 0 or > ApiKeyChange.LongestReason || reason.Any(char.IsControl))
            return Refusal.Invalid(new FieldProblem("reason", $"请写明为什么停用，最多{ApiKeyChange.LongestReason}个字。"));
        var name = command.Key.Trim();
        Guid? id = Guid.TryParse(name, out var parsed) ? parsed : null;
        var keys = await db.ApiKeys.Where(k => k.RevokedAt == null && (k.Name == name || k.Id == id)).ToListAsync(ct);
        if (keys.Count == 0)
            return new KeyUnknown();
        var now = time.GetUtcNow();
        foreach (var key in keys)
        {
            key.Revoke(now);
            db.ApiKeyChanges.Add(ApiKeyChange.Of(key, ApiKeyChangeKind.Revoked, by, now, reason));
        }
        await db.SaveChangesAsync(ct);
        return new Revoked(keys.Count);
    }
}
