using Microsoft.Extensions.Localization;
using Suiying.Contracts.Channels;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Scores.Model;

namespace Suiying.Scores.Features;

/// <summary>发布考核日报: subscribers are told of each day of scores that is over.</summary>
public sealed class PublishDaily(
    ReadDaily read,
    IPeriodicals periodicals,
    ICityRegistry registry,
    IStringLocalizer<Texts> t,
    TimeProvider time
)
{
    /// <summary>What was answered just before the day ended is counted by then.</summary>
    public static readonly TimeSpan Counted = TimeSpan.FromMinutes(10);

    public sealed record Command
    {
        /// <summary>The day that was published last; null where that is not known.</summary>
        public DateOnly? Last { get; init; }
    }

    /// <summary>The newest day that is published. One on which nobody answered is passed over.</summary>
    public async Task<Outcome<DateOnly>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var city = registry.Current;
        var day = DaySpan.Last(city.Scores, city.Calendar, time.GetUtcNow() - Counted).Day;
        if (day == command.Last)
            return day;
        if (!(await read.Run(new ReadDaily.Query { Day = day }, by, ct)).Ok(out var view, out var refusal))
            return refusal;
        if (view.Together.Valid > 0)
            await periodicals.Publish(Spoken.In(city.City.Writes, () => Issue(view, city)), ct);
        return day;
    }

    private PeriodicalIssue Issue(ReadDaily.View view, CitySnapshot city) =>
        new()
        {
            Id = ScorePeriodicals.IdOf(ScorePeriodicals.Daily, view.Span.Day),
            Of = ScorePeriodicals.Daily,
            Title = DailyDocument.TitleOf(view, city, t),
            Summary = new ScoreParts(t, t["前一日"], view.Scheme.LeastCallbacks).Sentence(
                view.Together,
                view.Together.By(view.Scheme),
                view.Before
            ),
            Path = ScoreAddress.OfDay(view.Span.Day),
        };
}
