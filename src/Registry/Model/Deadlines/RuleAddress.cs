using System.Globalization;
using Suiying.Engines.Clock;

namespace Suiying.Registry.Model.Deadlines;

/// <summary>
/// 期限规则的所指: what tells one rule of a profile from another. A profile holds no two rules alike in it, save laws, which are told apart by
/// what they cite.
/// </summary>
public sealed record RuleAddress(DeadlineKind Kind, string? Category, int? Grade, string? Law)
{
    public static RuleAddress For(DeadlineRule rule) => new(rule.Kind, rule.Category, rule.Grade, rule.FromLaw ? rule.Basis : null);

    public bool Names(DeadlineRule rule) => For(rule) == this;

    /// <summary>Where a rule is changed.</summary>
    public static string Of(DeadlineRule rule) =>
        $"{New(rule.Category, rule.Kind, rule.Grade)}&law={Escaped(rule.FromLaw ? rule.Basis : null)}&old=yes";

    /// <summary>Where a rule is added.</summary>
    public static string New(string? category, DeadlineKind kind, int? grade) =>
        $"/admin/deadlines/rule?category={Escaped(category)}&kind={kind}&grade={Escaped(grade?.ToString(CultureInfo.InvariantCulture))}";

    private static string Escaped(string? text) => Uri.EscapeDataString(text ?? "");
}
