using Suiying.Kernel;

namespace Suiying.Design;

public static class FieldProblems
{
    /// <summary>What is wrong with one field, for the field's Error; null when nothing is.</summary>
    public static string? Of(this IEnumerable<FieldProblem>? problems, string field) =>
        problems?.FirstOrDefault(p => string.Equals(p.Field, field, StringComparison.OrdinalIgnoreCase))?.Problem.ToString();
}
