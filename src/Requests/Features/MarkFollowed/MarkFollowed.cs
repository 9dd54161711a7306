using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>都看过了: what the page showed is not new any more; what came meanwhile still is.</summary>
public sealed class MarkFollowed(RequestsDb db, FollowedPlaces followed, TimeProvider time)
{
    public sealed record Command
    {
        /// <summary>The newest request when the page was made.</summary>
        public required long Serial { get; init; }

        /// <summary>When the page was made.</summary>
        public required DateTimeOffset At { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed("请先用手机验证码登录。");
        var (newest, now) = (await followed.Newest(ct), time.GetUtcNow());
        foreach (var place in await followed.Of(by, ct))
            place.See(Math.Min(command.Serial, newest), command.At < now ? command.At : now);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
