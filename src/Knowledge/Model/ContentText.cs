namespace Suiying.Knowledge.Model;

/// <summary>One text that holds several things, as people type them.</summary>
public static class ContentText
{
    /// <summary>Each line, and what stands between the marks, once; empty ones left out.</summary>
    public static IReadOnlyList<string> Lines(string? text, params char[] marks) =>
        [
            .. (text ?? "")
                .Split(['\n', '\r', .. marks], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct(StringComparer.Ordinal),
        ];
}
