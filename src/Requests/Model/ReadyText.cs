using System.Globalization;
using System.Text.RegularExpressions;
using Suiying.Contracts.Registry;
using Suiying.Engines.Text.Personal;

namespace Suiying.Requests.Model;

/// <summary>Where a ready text is put in.</summary>
public enum ReadyKind
{
    /// <summary>答复、上报结果</summary>
    Reply,

    /// <summary>联系记录</summary>
    Contact,

    /// <summary>阶段说明</summary>
    Interim,

    /// <summary>退单理由</summary>
    Return,
}

/// <summary>常用语: words that a unit writes often, shared in the unit or for one person alone. It belongs to no request and holds no personal data.</summary>
public sealed partial class ReadyText
{
    public const int LongestTitle = 30;
    public const int LongestText = 2000;

    private ReadyText() { }

    public Guid Id { get; private set; }

    public string Unit { get; private set; } = "";

    /// <summary>Who alone uses it; null where the unit does.</summary>
    public Guid? OwnerId { get; private set; }

    public ReadyKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Who wrote it last.</summary>
    public string ByName { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>What is filled in where it is put in.</summary>
    private static readonly (string Chinese, string English, Func<ServiceRequest, string, CitySnapshot, string> Of)[] Filled =
    [
        ("{工单编号}", "{number}", (request, _, _) => request.Number),
        ("{标题}", "{title}", (_, title, _) => title),
        ("{地点}", "{place}", (request, _, city) => city.Areas.FullName(request.Area)),
        ("{单位}", "{unit}", (request, _, city) => city.Units.NameOf(request.Holder)),
        ("{期限}", "{due}", (request, _, city) => request.OwnDue is { } due ? city.Short(due) : ""),
    ];

    /// <summary>The same as the reader's language names it; both are understood.</summary>
    public static IReadOnlyList<string> Places =>
        [.. Filled.Select(f => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? f.Chinese : f.English)];

    public static ReadyText New(string unit, DateTimeOffset at) => new() { Id = Guid.CreateVersion7(at), Unit = unit };

    /// <summary>Writes it, or writes it anew.</summary>
    /// <param name="words">Kind, title and text.</param>
    /// <param name="personal">True for the writer alone.</param>
    /// <param name="examined">A person looked at what was found in it and says that it is no personal data.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="at">When.</param>
    public Refusal? Write(ReadyWords words, bool personal, bool examined, Actor by, DateTimeOffset at)
    {
        if (!Enum.IsDefined(words.Kind))
            return Refusal.Invalid(new FieldProblem("kind", "请选择用在哪里。"));
        if (ServiceRequest.CheckText("title", "名称", words.Title, LongestTitle) is { } titleProblem)
            return titleProblem;
        if (ServiceRequest.CheckText("text", "文字", words.Text, LongestText) is { } textProblem)
            return textProblem;
        if (Unknown(words.Text) is { } place)
            return Refusal.Invalid(new FieldProblem("text", $"没有“{place}”这一项，可以用的有：{string.Join('、', Places)}。"));
        var (title, text) = (words.Title.Trim(), words.Text.Trim());
        if (!examined && PersonalDataFinder.Find($"{title}\n{text}") is { Count: > 0 } finds)
            return new PersonalDataInText(string.Join('、', finds.Select(f => f.In($"{title}\n{text}")).Distinct()));
        (Kind, Title, Text, OwnerId) = (words.Kind, title, text, personal ? by.Id : null);
        (ByName, ChangedAt, Version) = (by.Name, at, Version + 1);
        return null;
    }

    /// <summary>May this person use and change it.</summary>
    public bool IsFor(Actor by) => Unit == by.UnitCode && (OwnerId is null || OwnerId == by.Id);

    /// <summary>The text for one request.</summary>
    public string For(ServiceRequest request, string title, CitySnapshot city) =>
        Braces().Replace(Text, found => Place(found.Value) is var (_, _, of) ? of(request, title, city) : found.Value);

    private static (string Chinese, string English, Func<ServiceRequest, string, CitySnapshot, string> Of)? Place(string words) =>
        Filled
            .Where(f => f.Chinese == words || f.English == words)
            .Cast<(string, string, Func<ServiceRequest, string, CitySnapshot, string>)?>()
            .FirstOrDefault();

    private static string? Unknown(string text) => Braces().Matches(text).Select(m => m.Value).FirstOrDefault(m => Place(m) is null);

    [GeneratedRegex(@"\{[^{}\n]{1,20}\}")]
    private static partial Regex Braces();
}

/// <summary>What somebody writes as a ready text.</summary>
public sealed record ReadyWords(ReadyKind Kind, string Title, string Text);
