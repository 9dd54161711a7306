using Suiying.Contracts.Registry;
using Suiying.Engines.Text;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>A followed place gets another name, radius or category.</summary>
public sealed class ChangeFollowed(RequestsDb db, FollowedPlaces followed, ICityRegistry registry)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        public required FollowWish Wish { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed("请先用手机验证码登录。");
        var city = registry.Current;
        if (await followed.Find(command.Id, by, ct) is not { } place || followed.Open(place) is not { } content)
            return new NotFound();
        if (command.Wish.Problems(city).ToList() is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        var name = PlainText.OneLine(command.Wish.Name);
        var changed = content with
        {
            Name = name.Length > 0 ? name : city.Areas.Find(content.Area)?.Name ?? content.Name,
            Metres = command.Wish.Metres,
            Category = command.Wish.RootOf(city),
        };
        followed.Close(place, changed);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
