using Microsoft.Extensions.Localization;
using Suiying.Contracts.Channels;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>发布月度通报: subscribers are told of each month that was released, and of each revision.</summary>
public sealed class PublishBulletin(ScoreBook book, IPeriodicals periodicals, ICityRegistry registry, IStringLocalizer<Texts> t)
{
    public sealed record Command
    {
        /// <summary>Of scores, by the first day of the calendar month that names it.</summary>
        public required DateOnly Month { get; init; }

        /// <summary>The release; only the newest is told.</summary>
        public required int Revision { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var now = await book.Open(command.Month, SumOf.Unit, ct);
        if (now.Release?.Revision != command.Revision)
            return new Done();
        var before = await book.Open(command.Month.AddMonths(-1), SumOf.Unit, ct);
        var city = registry.Current;
        await periodicals.Publish(Spoken.In(city.City.Writes, () => Issue(command, now, before.Together.By(before.Scheme), city)), ct);
        return new Done();
    }

    private PeriodicalIssue Issue(Command command, ScoreBook.Month now, ThreeRates before, CitySnapshot city)
    {
        var revised = command.Revision > 1 ? t["第 {0} 次修订，原因：{1}", command.Revision - 1, now.Release!.Reason] + "\n" : "";
        return new PeriodicalIssue
        {
            Id = ScorePeriodicals.IdOf(ScorePeriodicals.Bulletin, command.Month, command.Revision),
            Of = ScorePeriodicals.Bulletin,
            Title = BulletinDocument.TitleOf(command.Month, city, t),
            Summary =
                revised
                + new ScoreParts(t, t["上月"], now.Scheme.LeastCallbacks).Sentence(now.Together, now.Together.By(now.Scheme), before),
            Path = ScoreAddress.Bulletin + ScoreAddress.Query(command.Month),
        };
    }
}
