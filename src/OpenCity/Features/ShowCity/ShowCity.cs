using Suiying.Contracts.Programmes;
using Suiying.Contracts.Requests;
using Suiying.Contracts.Themes;
using Suiying.OpenCity.Model;
using Suiying.OpenCity.Storage;

namespace Suiying.OpenCity.Features;

/// <summary>公开的城市: today, this month, the newest month that was published, and what changed because people called. For everybody.</summary>
public sealed class ShowCity(OpenBook book, IOpenCounts counts, IThemeTitles themes, IProjectList projects, TimeProvider time)
{
    /// <param name="Today">Since midnight.</param>
    /// <param name="Running">Since the first of the month.</param>
    /// <param name="Day">Which day today is.</param>
    /// <param name="Months">Those that were published, newest first.</param>
    /// <param name="Month">The one that is shown; null where none was published.</param>
    /// <param name="Areas">The city and its counties.</param>
    /// <param name="Categories">All, and those of the first level.</param>
    /// <param name="Curve">The city over months, oldest first.</param>
    /// <param name="Themes">Newest first.</param>
    /// <param name="Projects">Of the newest year.</param>
    public sealed record View(
        PublicTally Today,
        PublicTally Running,
        DateOnly Day,
        IReadOnlyList<OpenMonth> Months,
        OpenMonth? Month,
        IReadOnlyList<OpenFigure> Areas,
        IReadOnlyList<OpenFigure> Categories,
        IReadOnlyList<OpenFigure> Curve,
        IReadOnlyList<PublicTheme> Themes,
        IReadOnlyList<PublicProject> Projects
    )
    {
        /// <summary>数字变化: themes whose requests became fewer, as far as the interval tells.</summary>
        public IEnumerable<PublicTheme> Changed => Themes.Where(t => t.Effect is { High: < 1 });

        /// <summary>Projects that were inspected.</summary>
        public IEnumerable<PublicProject> Done => Projects.Where(p => p.Ended);
    }

    public async Task<Outcome<View>> Run(DateOnly? asked, CancellationToken ct)
    {
        var (calendar, city) = (book.City.Calendar, book.Keys.City);
        var day = calendar.DateOf(time.GetUtcNow());
        var months = await book.Months(ct);
        var month = OpenBook.Chosen(months, asked);
        if (asked is not null && month is null)
            return new NotPublished();
        return new View(
            await counts.Since(calendar.StartOf(day), ct),
            await counts.Since(calendar.StartOf(new DateOnly(day.Year, day.Month, 1)), ct),
            day,
            months,
            month,
            month is null ? [] : await book.OfArea(month.Month, city, ct),
            month is null ? [] : await book.OfCategory(month.Month, OpenKeys.All, ct),
            await book.Over(city, OpenKeys.All, ct),
            await themes.Decided(ct),
            await projects.Newest(ct)
        );
    }
}
