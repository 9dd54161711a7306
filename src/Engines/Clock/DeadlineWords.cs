namespace Suiying.Engines.Clock;

/// <summary>The Chinese words of deadlines, as they stand in logs and notices.</summary>
public static class DeadlineWords
{
    private static readonly string[] GradeNames = ["特急", "紧急", "一般", "疑难"];

    /// <summary>Such as 签收 or 首次联系.</summary>
    public static string Name(this DeadlineKind kind) =>
        kind switch
        {
            DeadlineKind.Sign => "签收",
            DeadlineKind.Contact => "首次联系",
            DeadlineKind.Reply => "答复",
            DeadlineKind.Return => "退单",
            DeadlineKind.Contest => "复核",
            DeadlineKind.Handover => "转接确认",
            DeadlineKind.Decide => "裁定",
            DeadlineKind.Extension => "延期上限",
            DeadlineKind.Material => "补充材料",
            DeadlineKind.Recheck => "挂账核查",
            DeadlineKind.Supervise => "督办回复",
            DeadlineKind.Claim => "权利请求答复",
            _ => kind.ToString(),
        };

    /// <summary>Such as 分钟.</summary>
    public static string Name(this DeadlineUnit unit) =>
        unit switch
        {
            DeadlineUnit.Minutes => "分钟",
            DeadlineUnit.Hours => "小时",
            DeadlineUnit.NaturalDays => "个自然日",
            DeadlineUnit.WorkingDays => "个工作日",
            _ => unit.ToString(),
        };

    /// <summary>The amount, such as 5 个工作日.</summary>
    public static string Words(this DeadlineRule rule) => $"{rule.Amount} {rule.Unit.Name()}";

    /// <summary>What a rule applies to, such as 类别 0407、等级 2（紧急）.</summary>
    public static string Scope(this DeadlineRule rule) =>
        (rule.Category, rule.Grade) switch
        {
            (null, null) => "所有类别和等级",
            ({ } category, null) => $"类别 {category}",
            (null, { } grade) => GradeWords(grade),
            ({ } category, { } grade) => $"类别 {category}、{GradeWords(grade)}",
        };

    internal static string GradeWords(int grade) => grade is >= 1 and <= 4 ? $"等级 {grade}（{GradeNames[grade - 1]}）" : $"等级 {grade}";
}
