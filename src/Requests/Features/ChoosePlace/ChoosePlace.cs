using Suiying.Contracts.Registry;
using Suiying.Engines.Text;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>Second question: where. The person confirms an area, or says that they cannot tell.</summary>
public sealed class ChoosePlace(RequestDrafts drafts, ICityRegistry registry, SuggestSimilar similar)
{
    public const int LongestText = 200;

    public sealed record Command
    {
        public required Guid? Draft { get; init; }

        /// <summary>Code of the area that the person chose; empty where none was.</summary>
        public string? Area { get; init; }

        /// <summary>The person cannot name a place; what they wrote is kept.</summary>
        public bool Unknown { get; init; }

        public string? Text { get; init; }

        /// <summary>WGS-84 degrees as the browser gave them.</summary>
        public string? Longitude { get; init; }

        public string? Latitude { get; init; }
    }

    public async Task<Outcome<DraftContent>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (await drafts.Find(command.Draft, ct) is not { Number: null } draft)
            return new DraftGone();

        var text = PlainText.OneLine(command.Text);
        var problems = new List<FieldProblem>();
        problems.AddRange(ServiceRequest.CheckText("detail", "具体位置", text, LongestText, shortest: 0)?.Fields ?? []);
        var area = registry.Current.Areas.Find(command.Area);
        if (!command.Unknown && area is null)
            problems.Add(new FieldProblem("place", "请查找地名，并在列表里选一处；说不清的，请按“说不清地点”。"));
        var point = PointOf(command, out var pointProblem);
        if (pointProblem is not null)
            problems.Add(pointProblem);
        if (problems.Count > 0)
            return Refusal.Invalid(problems);
        if (!command.Unknown && !area!.Served)
            return new AreaNotServed(area);

        var where = new PlaceOfMatter
        {
            Area = command.Unknown ? null : area!.Code,
            Confirmed = !command.Unknown,
            Longitude = point?.Longitude,
            Latitude = point?.Latitude,
            Text = text,
        };
        var changed = draft with { Where = where, PlaceAnswered = true };
        var none = !(await similar.Run(changed, ct)).Ok(out var offered, out _) || offered.Count == 0;
        changed = changed with { SimilarAnswered = none };
        await drafts.Keep(command.Draft, changed, ct);
        return changed;
    }

    private static (double Longitude, double Latitude)? PointOf(Command command, out FieldProblem? problem)
    {
        problem = null;
        if (string.IsNullOrEmpty(command.Longitude) && string.IsNullOrEmpty(command.Latitude))
            return null;
        if (Degrees(command.Longitude, 180) is { } longitude && Degrees(command.Latitude, 90) is { } latitude)
            return (longitude, latitude);
        problem = new FieldProblem("place", "位置坐标不对，请改用地名查找。");
        return null;
    }

    internal static double? Degrees(string? text, double most) =>
        double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= most ? value : null;
}
