using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>撤销“停止关注”: what was new before is still new.</summary>
public sealed class ResumeFollowing(RequestsDb db, FollowedPlaces followed)
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
        if (place.StoppedAt is not null && !await followed.HasRoom(by, ct))
            return new TooManyFollowed();
        place.Resume();
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
