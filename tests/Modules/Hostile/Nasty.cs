namespace Suiying.Tests.Hostile;

/// <summary>What nobody types who wants to tell the city something.</summary>
internal static class Nasty
{
    public const string Html = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><b>";

    public const string Sql = "'; DROP TABLE requests; -- \" OR 1=1";

    public static string Long { get; } = new('长', 70_000);

    public static IReadOnlyList<string> Texts { get; } =
    [
        Html,
        Sql,
        "a\0b",
        "\u0001\u001b[31m\u0007",
        "\uD800",
        "\uFFFF\u202E\u200B",
        "%s%n{0}{{7*7}}${jndi:x}",
        "=1+1|cmd",
        "../../etc/passwd",
        "-1",
        "99999999999999999999",
        "NaN",
    ];
}
