using Suiying.OpenCity.Model;
using Suiying.OpenCity.Storage;

namespace Suiying.OpenCity.Features;

/// <summary>一处或一类的公开数: what is published of an area or of a category, with its parts and over months. For everybody.</summary>
public sealed class ShowFigures(OpenBook book)
{
    /// <param name="Kind">Whether it is an area or a category.</param>
    /// <param name="Key">Its code.</param>
    /// <param name="Name">As people say it.</param>
    /// <param name="Above">What it is a part of, the innermost first, without the whole.</param>
    /// <param name="Months">Those that were published, newest first.</param>
    /// <param name="Month">The one that is shown.</param>
    /// <param name="Own">Its own figures; null where there was nothing in that month.</param>
    /// <param name="Parts">What it consists of; none where it is not broken down.</param>
    /// <param name="Crossed">Of a county its categories, of a category of the first level its counties; none for all others.</param>
    /// <param name="Curve">Over months, oldest first.</param>
    public sealed record View(
        OpenKind Kind,
        string Key,
        string Name,
        IReadOnlyList<(string Key, string Name)> Above,
        IReadOnlyList<OpenMonth> Months,
        OpenMonth Month,
        OpenFigure? Own,
        IReadOnlyList<OpenFigure> Parts,
        IReadOnlyList<OpenFigure> Crossed,
        IReadOnlyList<OpenFigure> Curve
    );

    public async Task<Outcome<View>> Run(OpenKind kind, string key, DateOnly? asked, CancellationToken ct)
    {
        var keys = book.Keys;
        var path = kind is OpenKind.Area ? keys.AreasOf(key) : keys.CategoriesOf(key);
        var months = await book.Months(ct);
        var month = OpenBook.Chosen(months, asked);
        // What lies in none of the parts has a line and no page, as has what is not told of at all.
        var up = path.SkipWhile(p => OpenKeys.IsRest(p) || p != key).ToList();
        if (month is null || up.Count == 0)
            return new NotPublished();
        var parts = kind is OpenKind.Area ? await book.OfArea(month.Month, key, ct) : await book.OfCategory(month.Month, key, ct);
        return new View(
            kind,
            key,
            keys.NameOf(kind, key),
            [.. up.Skip(1).Select(p => (p, keys.NameOf(kind, p)))],
            months,
            month,
            parts.FirstOrDefault(f => Part(f, kind) == key),
            [.. parts.Where(f => Part(f, kind) != key)],
            up.Count == 1 ? await book.Crossed(month.Month, kind, key, ct) : [],
            kind is OpenKind.Area ? await book.Over(key, OpenKeys.All, ct) : await book.Over(keys.City, key, ct)
        );
    }

    private static string Part(OpenFigure figure, OpenKind kind) => kind is OpenKind.Area ? figure.Area : figure.Category;
}
