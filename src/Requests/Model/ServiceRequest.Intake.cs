using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>What is known when a request is registered.</summary>
public sealed record Intake
{
    public required RequestType Type { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>5 to 4,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>At most 60 characters; the first of the text where it is empty.</summary>
    public string Title { get; init; } = "";

    public string? Category { get; init; }

    public PlaceOfMatter Where { get; init; } = new();

    /// <summary>The sealed person, or null for an anonymous request.</summary>
    public Guid? PersonId { get; init; }

    public bool WantsReply { get; init; } = true;

    /// <summary>只用文字联系</summary>
    public bool TextOnly { get; init; }

    public bool WantsSecrecy { get; init; }

    /// <summary>The matter is about how a unit or an official behaved.</summary>
    public bool AboutConduct { get; init; }

    public string? AccusedUnit { get; init; }

    public int? Grade { get; init; }

    /// <summary>危险种类 of which the words tell, where the program alone has read them; it is 特急 until a person decides.</summary>
    public string? Danger { get; init; }

    public bool Synthetic { get; init; }

    /// <summary>Which table of another system it came from and under which number there; null for everything else.</summary>
    public string? Source { get; init; }

    /// <summary>Set where an emergency service handed the matter over.</summary>
    public IncomingHandover? HandedBy { get; init; }

    /// <summary>The call by which it came, as the phone panel knows it.</summary>
    public Guid? Call { get; init; }

    /// <summary>Number of the request because of which something was done to the person.</summary>
    public string? About { get; init; }

    /// <summary>Set where it was split off another request.</summary>
    public SplitOrigin? SplitFrom { get; init; }
}

/// <summary>Where the matter is.</summary>
public sealed record PlaceOfMatter
{
    public string? Area { get; init; }

    /// <summary>True where a person chose the area, false where it only follows from a point.</summary>
    public bool Confirmed { get; init; }

    public double? Longitude { get; init; }

    public double? Latitude { get; init; }

    /// <summary>At most 200 characters.</summary>
    public string Text { get; init; } = "";
}

public sealed partial class ServiceRequest
{
    public const int LongestText = 4000;

    /// <summary>A letter comes as it was written; nobody can be asked to shorten it.</summary>
    public const int LongestLetter = 20_000;
    public const int LongestTitle = 60;

    /// <summary>登记. The caller gives the number and the hash of the query code, and the note where the text already has one.</summary>
    public static Outcome<ServiceRequest> Register(
        RequestId id,
        Intake intake,
        Ticket ticket,
        CitySnapshot city,
        Actor by,
        DateTimeOffset at,
        RequestNote? note = null
    )
    {
        if (Check(intake, city) is { } refusal)
            return refusal;
        var category = city.Categories.Find(intake.Category);
        var request = new ServiceRequest
        {
            Id = id,
            Serial = ticket.Serial,
            Number = ticket.Number,
            QueryCodeHash = ticket.QueryCodeHash,
            Type = intake.Type,
            Channel = intake.Channel,
            Category = intake.Category,
            Title = TitleOf(intake),
            Area = intake.Where.Area,
            County = city.Areas.CountyOf(intake.Where.Area)?.Code,
            AreaConfirmed = intake.Where.Confirmed && intake.Where.Area is not null,
            Longitude = intake.Where.Longitude,
            Latitude = intake.Where.Latitude,
            Place = intake.Where.Text.Trim(),
            PersonId = intake.PersonId,
            CallId = intake.Call,
            WantsReply = intake.WantsReply,
            TextOnly = intake.TextOnly,
            Confidentiality = LevelOf(intake),
            AccusedUnit = intake.AccusedUnit,
            AccusedExamined = intake.AccusedUnit is not null,
            Grade = intake.Grade ?? (intake.Danger is null ? category?.Grade ?? 3 : 1),
            RegisteredAt = intake.SplitFrom?.RegisteredAt ?? at,
            Synthetic = intake.Synthetic,
            SplitFrom = intake.SplitFrom?.Root,
        };
        var promised = RequestClocks.Expected(request, city).DueAt;
        request.PromisedAt = promised;
        var facts = new Dictionary<string, string>
        {
            ["promised"] = $"{promised.ToUnixTimeMilliseconds()}",
            ["type"] = intake.Type.ToString(),
            ["channel"] = intake.Channel.ToString(),
            ["category"] = intake.Category ?? "",
            ["area"] = intake.Where.Area ?? "",
            ["grade"] = $"{request.Grade}",
        };
        if (intake.Source is { } source)
            facts["source"] = source.Replace(';', '_').Replace('=', '_');
        if (intake.HandedBy is { } handed)
        {
            foreach (var (name, value) in FactsOf(handed.Line, handed.Mode, handed.Reference))
                facts[name] = value;
            request.Handovers.Add(EmergencyHandover.Start(request, handed.Line, handed.Mode, at, handed.Reference, incoming: true));
        }
        if (intake.Danger is { } danger)
            facts["danger"] = danger;
        if (intake.About is { } about)
            facts["about"] = about;
        if (intake.SplitFrom is { } origin)
            facts["from"] = origin.Number;
        var step = new Step
        {
            Action = RequestAction.Register,
            By = by,
            At = at,
            RegistryVersion = city.Version,
            Key = ticket.Key,
            Note = note ?? new RequestNote(id, RequestAction.Register, intake.Text, at),
            Facts = facts,
        };
        var capacity =
            intake.SplitFrom is { } split ? split.Capacity
            : by.Is(Role.System) ? Role.System
            : by.Is(Role.Agent) ? Role.Agent
            : Role.Resident;
        request.Append(step, RequestState.Registered, capacity);
        return request;
    }

    private static Refusal? Check(Intake intake, CitySnapshot city)
    {
        var problems = new List<FieldProblem>();
        void Add(Refusal? refusal) => problems.AddRange(refusal?.Fields ?? []);
        Add(
            CheckText(
                "text",
                "诉求内容",
                intake.Text,
                intake.Channel is Channel.Letter or Channel.Import ? LongestLetter : LongestText,
                shortest: 5
            )
        );
        Add(CheckText("title", "标题", intake.Title, LongestTitle, shortest: 0));
        Add(CheckText("place", "地点说明", intake.Where.Text, 200, shortest: 0));
        Add(EmergencyHandover.CheckReference(intake.HandedBy?.Reference));
        if (intake.Category is not null && city.Categories.Find(intake.Category) is null)
            problems.Add(new FieldProblem("category", "没有这个类别，请从列表中选择。"));
        if (intake.Grade is not null and (< 1 or > 4))
            problems.Add(new FieldProblem("grade", "紧急程度只能是1至4。"));
        if (intake.AccusedUnit is not null && city.Units.Find(intake.AccusedUnit) is null)
            problems.Add(new FieldProblem("accusedUnit", "没有这个单位，请从列表中选择。"));
        if (intake.Where.Longitude is not null and not (>= -180 and <= 180) || intake.Where.Latitude is not null and not (>= -90 and <= 90))
            problems.Add(new FieldProblem("position", "坐标超出范围，应为WGS-84经纬度。"));
        if (intake.Where.Area is { } code)
        {
            var area = city.Areas.Find(code);
            if (area is null)
                problems.Add(new FieldProblem("area", "没有这个地点，请从列表中选择。"));
            else if (!area.Served)
                return new AreaNotServed(area);
        }
        return problems.Count == 0 ? null : Refusal.Invalid(problems);
    }

    private static string TitleOf(Intake intake)
    {
        if (!string.IsNullOrWhiteSpace(intake.Title))
            return intake.Title.Trim();
        var text = intake.Text.Trim().ReplaceLineEndings(" ");
        var end = text.IndexOfAny(['。', '！', '？', '；']);
        var sentence = end is > 4 and < 40 ? text[..end] : text;
        if (sentence.Length <= 40)
            return sentence;
        // A rare character is two units; half of one is no text.
        return sentence[..(char.IsHighSurrogate(sentence[38]) ? 38 : 39)] + "…";
    }

    private static Confidentiality LevelOf(Intake intake) =>
        intake.Type == RequestType.Report || intake.AboutConduct ? Confidentiality.Sealed
        : intake.WantsSecrecy ? Confidentiality.Secret
        : Confidentiality.Normal;

    /// <summary>更正类别、地点、紧急程度、被举报单位, before a unit has the request. What is null stays.</summary>
    public Refusal? Reclassify(Reclassification to, CitySnapshot city, Step step)
    {
        if (to.Category is not null && city.Categories.Find(to.Category) is null)
            return Refusal.Invalid(new FieldProblem("category", "没有这个类别，请从列表中选择。"));
        if (to.Grade is not null and (< 1 or > 4))
            return Refusal.Invalid(new FieldProblem("grade", "紧急程度只能是1至4。"));
        if (to.AccusedUnit is { Length: > 0 } && city.Units.Find(to.AccusedUnit) is null)
            return Refusal.Invalid(new FieldProblem("accusedUnit", "没有这个单位，请从列表中选择。"));
        if (to.Area is not null && city.Areas.Find(to.Area) is null)
            return Refusal.Invalid(new FieldProblem("area", "没有这个地点，请从列表中选择。"));
        if (city.Areas.Find(to.Area) is { Served: false } unserved)
            return new AreaNotServed(unserved);
        var facts = new Dictionary<string, string>();
        void Note(string key, string? before, string? after)
        {
            if (after is not null && after != before)
                facts[key] = $"{before}→{after}";
        }
        Note("category", Category, to.Category);
        Note("area", Area, to.Area);
        Note("grade", $"{Grade}", to.Grade is null ? null : $"{to.Grade}");
        Note("accused", AccusedUnit, to.AccusedUnit);
        if (Move(step with { Facts = facts }) is { } refusal)
            return refusal;
        Category = to.Category ?? Category;
        Grade = to.Grade ?? Grade;
        if (to.Category is not null || to.Grade is not null)
            PromisedAt = RequestClocks.Expected(this, city).DueAt;
        if (to.Area is not null)
            (Area, County, AreaConfirmed) = (to.Area, city.Areas.CountyOf(to.Area)?.Code, true);
        if (to.AccusedUnit is not null)
            (AccusedUnit, AccusedExamined) = (to.AccusedUnit.Length == 0 ? null : to.AccusedUnit, true);
        if (to.AboutConduct == true)
            // Sealed from now on: it must not stand beside others that the accused side sees.
            (Confidentiality, MatterId) = (Confidentiality.Sealed, null);
        return null;
    }
}

/// <summary>What an agent corrects. Null leaves as is; an empty <see cref="AccusedUnit"/> says that no unit of this city is accused.</summary>
public sealed record Reclassification
{
    public string? Category { get; init; }
    public string? Area { get; init; }
    public int? Grade { get; init; }
    public string? AccusedUnit { get; init; }
    public bool? AboutConduct { get; init; }
}
