using System.Globalization;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Contracts.Understanding;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

/// <summary>What a language model may be told of a request, and of which request it may be told anything.</summary>
internal static class DraftMaterial
{
    /// <summary>Never of a sealed or secret matter, a 举报, or one that names somebody accused; not where the words are erased.</summary>
    public static bool MayBeSent(ServiceRequest request) =>
        request is { Confidentiality: Confidentiality.Normal, AccusedUnit: null, ErasedAt: null } && request.Type is not RequestType.Report;

    /// <summary>A request as its reader sees it: its words and steps, without who did them.</summary>
    public static DraftAsked Of(DraftKind kind, RequestDetail detail, CitySnapshot city) =>
        new()
        {
            Kind = kind,
            Number = detail.Row.Number,
            Category = detail.Row.Category,
            Told = [detail.Text],
            Steps =
            [
                .. detail
                    .History.Skip(1)
                    .Select(h => new DoneStep(
                        Day(city.Calendar.DateOf(h.Transition.At)),
                        $"{h.UnitName} {RequestTexts.Of(h.Transition.Action)}".Trim(),
                        h.Text ?? ""
                    )),
            ],
            Names = NamesIn(detail),
        };

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Colleagues call each other by name in their notes.</summary>
    private static IReadOnlyList<string> NamesIn(RequestDetail detail) =>
        [
            .. detail
                .History.SelectMany(h => new[] { h.Transition.ActorName, h.For })
                .Append(detail.Row.HandlerName)
                .OfType<string>()
                .Distinct(),
        ];
}
