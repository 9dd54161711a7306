using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Text;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>随呼随应: a picture, where, and one press. Place or phone is enough; nothing else is asked.</summary>
public sealed class AskHelp(ICityRegistry registry, IPlaceFinder places, SubmitRequest submitRequest, RequestDrafts drafts)
{
    public const int LongestWords = 200;

    public sealed record Command
    {
        /// <summary>Code of a category that has a picture.</summary>
        public required string? What { get; init; }

        public required HelpPress Press { get; init; }

        public HelpPlace Where { get; init; } = new();

        public string? Phone { get; init; }

        public string? Words { get; init; }
    }

    /// <summary>The draft that holds the receipt.</summary>
    public sealed record Answer(Guid Draft);

    public async Task<Outcome<Answer>> Run(Command command, Actor by, CancellationToken ct)
    {
        var city = registry.Current;
        if (city.Help.FirstOrDefault(h => h.Category == command.What) is not { } help)
            return Refusal.Invalid(new FieldProblem("what", "请先选是什么事。"));
        var signedIn = by.Is(Role.Resident) && by.Id != Guid.Empty;
        var (phone, words) = (PlainText.OneLine(command.Phone), PlainText.OneLine(command.Words));
        var where = PlaceOf(command.Where, city);
        var problems = new List<FieldProblem>();
        problems.AddRange(ServiceRequest.CheckText("words", "补充的话", words, LongestWords, shortest: 0)?.Fields ?? []);
        problems.AddRange(ServiceRequest.CheckText("place", "地点", where.Text, FindPlaces.Longest, shortest: 0)?.Fields ?? []);
        if (where is { Area: null, Longitude: null, Text: "" } && phone.Length == 0 && !signedIn)
            problems.Add(new FieldProblem("place", "请告诉我们在哪里，或者留下电话：两样都没有，没有人能找到您。"));
        if (problems.Count > 0)
            return Refusal.Invalid(problems);

        var submit = new SubmitRequest.Command
        {
            Id = command.Press.Id,
            QueryCode = command.Press.QueryCode,
            Person = phone.Length > 0 ? new Identity { Phone = phone } : null,
            Intake = new Intake
            {
                Type = RequestType.Help,
                Channel = Channel.Web,
                Category = help.Category,
                Text = Translations.Of("一键求助：{0}。", city.Categories.Find(help.Category)!.Name) + words,
                Where = where,
                WantsReply = signedIn || phone.Length > 0,
            },
        };
        if (!(await submitRequest.Run(submit, signedIn ? Actor.Resident(by.Id) : Actor.Visitor, ct)).Ok(out var done, out var refusal))
            return refusal;
        var receipt = new DraftContent
        {
            Id = done.Id,
            QueryCode = command.Press.QueryCode,
            Number = done.Number,
        };
        return new Answer(await drafts.Keep(null, receipt, ct));
    }

    /// <summary>A chosen area, else the nearest to the position, else the words as they are; a person of the hotline looks at it.</summary>
    private PlaceOfMatter PlaceOf(HelpPlace said, CitySnapshot city)
    {
        var point =
            ChoosePlace.Degrees(said.Longitude, 180) is { } lon && ChoosePlace.Degrees(said.Latitude, 90) is { } lat
                ? (Longitude: lon, Latitude: lat)
                : ((double Longitude, double Latitude)?)null;
        var chosen = city.Areas.Find(said.Area);
        var near = chosen is null && point is { } p ? places.NearestVillage(p.Longitude, p.Latitude)?.Area : null;
        return new PlaceOfMatter
        {
            Area = (chosen ?? near)?.Code,
            Confirmed = chosen is not null,
            Longitude = point?.Longitude,
            Latitude = point?.Latitude,
            Text = chosen is null ? PlainText.OneLine(said.Words) : "",
        };
    }
}

/// <summary>Where, as the form says it; each part may be missing.</summary>
public sealed record HelpPlace
{
    public string? Area { get; init; }

    /// <summary>WGS-84 degrees as the browser gave them.</summary>
    public string? Longitude { get; init; }

    public string? Latitude { get; init; }

    public string? Words { get; init; }
}
