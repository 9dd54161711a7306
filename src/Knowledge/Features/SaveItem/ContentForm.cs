using System.Globalization;
using Suiying.Knowledge.Model;

namespace Suiying.Knowledge.Features;

/// <summary>A content while it is written: everything as typed.</summary>
internal sealed class ContentForm
{
    public string? Title { get; set; }
    public string? Variants { get; set; }
    public string? Answer { get; set; }
    public string? Bases { get; set; }
    public string? Area { get; set; }
    public string? Category { get; set; }
    public string? Audience { get; set; }
    public string? Tags { get; set; }
    public string? Materials { get; set; }
    public string? Place { get; set; }
    public string? Phone { get; set; }
    public string? Hours { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
    public string? Cycle { get; set; } = KnowledgeContent.DefaultCycle.ToString(CultureInfo.InvariantCulture);
    public string? Url { get; set; }
    public string? Document { get; set; }

    public static ContentForm Of(KnowledgeContent c) =>
        new()
        {
            Title = c.Title,
            Variants = string.Join('\n', c.Variants),
            Answer = c.Answer,
            Bases = string.Join('\n', c.Bases),
            Area = c.Area,
            Category = c.Category,
            Audience = c.Audience.ToString(),
            Tags = string.Join('、', c.Tags),
            Materials = c.Materials,
            Place = c.Place,
            Phone = c.Phone,
            Hours = c.Hours,
            From = c.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            To = c.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Cycle = c.ReviewCycleDays.ToString(CultureInfo.InvariantCulture),
            Url = c.SourceUrl,
            Document = c.DocumentNumber,
        };

    public KnowledgeContent Read() =>
        new()
        {
            Title = Trim(Title),
            Variants = ContentText.Lines(Variants),
            Answer = Trim(Answer).ReplaceLineEndings("\n"),
            Bases = ContentText.Lines(Bases),
            Area = Optional(Area),
            Category = Optional(Category),
            Audience = Enum.TryParse<Audience>(Audience, out var audience) && Enum.IsDefined(audience) ? audience : Model.Audience.Anyone,
            Tags = ContentText.Lines(Tags, '、', '，', ',', '；', ';'),
            Materials = Trim(Materials).ReplaceLineEndings("\n"),
            Place = Trim(Place),
            Phone = Trim(Phone),
            Hours = Trim(Hours),
            From = Day(From),
            To = Day(To),
            ReviewCycleDays = int.TryParse(Cycle, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0,
            SourceUrl = Trim(Url),
            DocumentNumber = Trim(Document),
        };

    private static string Trim(string? text) => text?.Trim() ?? "";

    private static string? Optional(string? text) => Trim(text) is { Length: > 0 } some ? some : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day : null;
}
