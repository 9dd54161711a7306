using Suiying.Engines.Text.Personal;

namespace Suiying.Requests.Model;

/// <summary>Kinds of reports; each is numbered for itself.</summary>
public enum ReportKind
{
    /// <summary>日报: one day.</summary>
    Daily,

    /// <summary>专报: one subject over a period.</summary>
    Special,
}

/// <summary>起草中 → 已签发 → 已撤回. What was issued is never changed.</summary>
public enum ReportState
{
    /// <summary>起草中</summary>
    Draft,

    /// <summary>已签发</summary>
    Issued,

    /// <summary>已撤回</summary>
    Withdrawn,
}

/// <summary>日报 or 专报: numbers that were counted once, and what its writer says of them. It is for leaders and holds no personal data.</summary>
public sealed class Report
{
    public const int LongestTitle = 60;

    private Report() { }

    public Guid Id { get; private set; }

    public ReportKind Kind { get; private set; }

    public ReportState State { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public string Area { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public string Category { get; private set; } = "";

    /// <summary>期号 within the year, from 1; 0 until it is issued.</summary>
    public int Issue { get; private set; }

    /// <summary>Year of the number; 0 until it is issued.</summary>
    public int Year { get; private set; }

    /// <summary>提要</summary>
    public string Lead { get; private set; } = "";

    /// <summary>主要问题</summary>
    public string Problems { get; private set; } = "";

    /// <summary>原因分析</summary>
    public string Causes { get; private set; } = "";

    /// <summary>工作建议, in a daily 提请关注.</summary>
    public string Advice { get; private set; } = "";

    /// <summary><see cref="ReportContent"/>, packed.</summary>
    public byte[] Content { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Who wrote it last; the program itself where nobody has.</summary>
    public string ByName { get; private set; } = "";

    public DateTimeOffset? IssuedAt { get; private set; }

    public string? IssuedByName { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    public int Version { get; private set; }

    public ReportScope Scope =>
        new()
        {
            From = From,
            To = To,
            Area = Area,
            Unit = Unit,
            Category = Category,
        };

    public static Outcome<Report> Draft(ReportKind kind, string title, ReportScope scope, Actor by, DateTimeOffset at)
    {
        if (!Enum.IsDefined(kind))
            return Refusal.Invalid(new FieldProblem("kind", "请选择日报或专报。"));
        if (kind == ReportKind.Daily && (scope.Days != 1 || scope.Unit.Length + scope.Category.Length > 0))
            return Refusal.Invalid(new FieldProblem("to", "日报只写一天的全部诉求；要写一段时间或一类事，请选专报。"));
        var report = new Report
        {
            Id = Guid.CreateVersion7(at),
            Kind = kind,
            From = scope.From,
            To = scope.To,
            Area = scope.Area,
            Unit = scope.Unit,
            Category = scope.Category,
            CreatedAt = at,
        };
        return report.Write(new ReportWords { Title = title }, examined: false, by) is { } no ? no : report;
    }

    /// <summary>Puts in the numbers, anew while it is a draft.</summary>
    public Refusal? Fill(ReportContent content)
    {
        if (State != ReportState.Draft)
            return new ReportIsIssued();
        Content = content.Pack();
        Version++;
        return null;
    }

    /// <param name="words">What its writer says.</param>
    /// <param name="examined">A person looked at what was found in it and says that it is no personal data.</param>
    /// <param name="by">Who writes.</param>
    public Refusal? Write(ReportWords words, bool examined, Actor by)
    {
        if (State != ReportState.Draft)
            return new ReportIsIssued();
        if (words.Problem() is { } problem)
            return problem;
        if (!examined && PersonalDataFinder.Find(words.Whole) is { Count: > 0 } finds)
            return new PersonalDataInReport(string.Join('、', finds.Select(f => f.In(words.Whole)).Distinct()));
        (Title, Lead, Problems, Causes, Advice) = (
            words.Title.Trim(),
            words.Lead.Trim(),
            words.Problems.Trim(),
            words.Causes.Trim(),
            words.Advice.Trim()
        );
        (ByName, Version) = (by.Name, Version + 1);
        return null;
    }

    /// <summary>签发: it gets its number and is shown to leaders.</summary>
    public Refusal? Release(int year, int issue, Actor by, DateTimeOffset at)
    {
        if (State != ReportState.Draft)
            return new ReportIsIssued();
        (State, Year, Issue, IssuedAt, IssuedByName, Version) = (ReportState.Issued, year, issue, at, by.Name, Version + 1);
        return null;
    }

    /// <summary>撤回: it stays in the list with its number and says why it no longer holds.</summary>
    public Refusal? Withdraw(string reason, DateTimeOffset at)
    {
        if (State != ReportState.Issued)
            return new ReportIsNotIssued();
        if (ServiceRequest.CheckText("reason", "撤回的原因", reason, 200) is { } problem)
            return problem;
        (State, WithdrawnAt, WithdrawnReason, Version) = (ReportState.Withdrawn, at, reason.Trim(), Version + 1);
        return null;
    }
}
