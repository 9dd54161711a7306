namespace Suiying.Requests.Model;

/// <summary>What somebody writes in a report.</summary>
public sealed record ReportWords
{
    public const int Longest = 4000;

    public required string Title { get; init; }
    public string Lead { get; init; } = "";
    public string Problems { get; init; } = "";
    public string Causes { get; init; } = "";
    public string Advice { get; init; } = "";

    /// <summary>All of it, for whoever looks for personal data.</summary>
    public string Whole => string.Join('\n', Title, Lead, Problems, Causes, Advice);

    public Refusal? Problem() =>
        ServiceRequest.CheckText("title", "标题", Title, Report.LongestTitle)
        ?? Part("lead", "提要", Lead)
        ?? Part("problems", "主要问题", Problems)
        ?? Part("causes", "原因分析", Causes)
        ?? Part("advice", "工作建议", Advice);

    private static Refusal? Part(string field, string what, string text) =>
        text.Trim().Length == 0 ? null : ServiceRequest.CheckText(field, what, text, Longest);
}
