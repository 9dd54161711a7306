namespace Suiying.Themes.Model;

/// <summary>Pages of themes.</summary>
internal static class ThemeAddress
{
    public const string Desk = "/desk/themes";
    public const string Candidates = "/desk/themes/candidates";
    public const string New = "/desk/themes/new";
    public const string Public = "/themes";
    public const string Proactive = "/desk/proactive";

    public static string TaskAt(Guid id) => $"{Proactive}/{id}";

    public static string At(Guid id) => $"{Desk}/{id}";

    public static string PublicAt(Guid id) => $"{Public}/{id}";
}
