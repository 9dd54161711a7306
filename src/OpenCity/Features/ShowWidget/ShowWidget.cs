using Suiying.OpenCity.Model;
using Suiying.OpenCity.Storage;

namespace Suiying.OpenCity.Features;

/// <summary>嵌入小件: the newest figures of an area in a frame on somebody else's page. For everybody.</summary>
public sealed class ShowWidget(OpenBook book)
{
    /// <param name="Area">Code.</param>
    /// <param name="Name">As people say it.</param>
    /// <param name="Curve">Over months, oldest first; the last one is the newest.</param>
    /// <param name="Synthetic">演示数据</param>
    public sealed record View(string Area, string Name, IReadOnlyList<OpenFigure> Curve, bool Synthetic);

    public async Task<Outcome<View>> Run(string? area, CancellationToken ct)
    {
        var keys = book.Keys;
        var key = string.IsNullOrEmpty(area) ? keys.City : area;
        if (await book.Find(null, ct) is not { } month)
            return new NotPublished();
        var curve = await book.Over(key, OpenKeys.All, ct);
        return curve.Count == 0 ? new NotPublished() : new View(key, keys.NameOf(OpenKind.Area, key), curve, month.Synthetic);
    }
}
