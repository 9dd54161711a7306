using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>停止关注, by one press; for a day it can be undone.</summary>
public sealed class StopFollowing(RequestsDb db, FollowedPlaces followed, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed("请先用手机验证码登录。");
        if (await followed.Find(command.Id, by, ct) is not { } place)
            return new NotFound();
        place.Stop(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
