using System.Globalization;

namespace Suiying.Engines.Tables;

/// <summary>One thing wrong with one row: where, what, and what would be right.</summary>
/// <param name="Row">As a spreadsheet counts, the header being 1.</param>
/// <param name="Field">Name of the column, or of the cell, or <c>-</c> for the whole row.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Right">What would be right.</param>
public sealed record RowProblem(int Row, string Field, Wording What, Wording Right)
{
    /// <summary>What is wrong, in Chinese.</summary>
    public string Problem => What.ToString();

    /// <summary>What would be right, in Chinese.</summary>
    public string Expected => Right.ToString();
}

/// <summary>A sentence with the values that it tells of apart, so that it can be said in another language too.</summary>
/// <param name="Template">Chinese, with places {0}, {1}.</param>
/// <param name="Values">What stands in the places.</param>
public readonly record struct Wording(string Template, params object[] Values)
{
    /// <summary>The sentence in Chinese.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Template ?? "", Values ?? []);

    /// <summary>A text that has no places.</summary>
    public static implicit operator Wording(string text) =>
        new(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    /// <summary>The same, for languages without conversions.</summary>
    public static Wording FromString(string text) => text;
}
