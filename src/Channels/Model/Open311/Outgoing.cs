using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Clock;

namespace Suiying.Channels.Model;

/// <summary>Requests and steps as GeoReport shows them.</summary>
internal static class Outgoing
{
    /// <summary>Between the person's words and a link that came along, which nobody has opened.</summary>
    public const string LinkMark = "\n\n照片链接（未打开）：";

    public static Fields Request(
        RequestView view,
        OwnWords? own,
        CitySnapshot city,
        bool extensions,
        IReadOnlyList<RequestStep>? notes = null
    )
    {
        var zone = CityZone.Find(city.City.TimeZone);
        var (text, link) = Parts(own?.Text);
        var fields = new Fields
        {
            { "service_request_id", view.Number },
            { "status", Status(view.Ended) },
            { "status_notes", view.Words.State },
            { "service_name", city.Categories.Find(view.Category)?.Name ?? "未分类" },
            { "service_code", view.Category ?? "" },
            { "description", own is null ? view.Text ?? "" : text },
            { "agency_responsible", view.Words.Unit },
            { "service_notice", view.Synthetic ? "演示数据" : null },
            { "requested_datetime", W3Time.Tell(view.RegisteredAt, zone) },
            { "updated_datetime", W3Time.Tell(view.UpdatedAt, zone) },
            { "expected_datetime", view.ExpectedAt is { } due ? W3Time.Tell(due, zone) : null },
            { "address", own is { Place.Length: > 0 } ? own.Place : city.Areas.FullName(view.Township) },
            { "address_id", view.Township },
            { "zipcode", null },
            { "lat", own?.Latitude ?? view.Latitude },
            { "long", own?.Longitude ?? view.Longitude },
            { "media_url", link },
        };
        if (!extensions)
            return fields;
        fields.Add("extended_attributes", Extended(view, city));
        fields.Add("notes", new Items("note", [.. (notes ?? []).Select(n => Note(n, zone))]));
        return fields;
    }

    public static Fields Step(RequestStep step, CitySnapshot city) =>
        new()
        {
            { "update_id", step.OwnKey?.ToString("N") ?? $"{step.Number}-{step.Seq}" },
            { "service_request_id", step.Number },
            { "status", Status(step.Ended) },
            { "updated_datetime", W3Time.Tell(step.At, CityZone.Find(city.City.TimeZone)) },
            { "description", step.OwnText is { } text ? Parts(text).Text : step.Words },
            { "media_url", Parts(step.OwnText).Link },
        };

    private static Fields Note(RequestStep step, TimeZoneInfo zone) =>
        new()
        {
            { "datetime", W3Time.Tell(step.At, zone) },
            { "type", Status(step.Ended) },
            { "summary", step.Words },
        };

    private static string Status(bool ended) => ended ? "closed" : "open";

    private static Fields Extended(RequestView view, CitySnapshot city) =>
        new()
        {
            { "kind", view.Words.Kind },
            { "category", city.Categories.FullName(view.Category) },
            { "township", city.Areas.FullName(view.Township) },
            { "area_confirmed", view.AreaConfirmed },
            { "solved", view.Words.Solved },
            { "satisfied", view.Words.Satisfied },
            { "supporters", view.Supporters },
            { "synthetic", view.Synthetic },
        };

    private static (string Text, string? Link) Parts(string? text)
    {
        var at = text?.LastIndexOf(LinkMark, StringComparison.Ordinal) ?? -1;
        return at < 0 ? (text ?? "", null) : (text![..at], text[(at + LinkMark.Length)..]);
    }
}
