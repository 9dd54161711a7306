using Suiying.Design;

namespace Suiying.OpenCity.Model;

/// <summary>Pages and files of the open city.</summary>
internal static class OpenAddress
{
    public const string Home = Addresses.Open;
    public const string Data = "/open/data";
    public const string Widget = "/open/widget";
    public const string Desk = "/desk/open";
    public const string Figures = "/api/open/v1/figures";
    public const string Months = "/api/open/v1/months";

    /// <summary>The page of an area or of a category in a month; null for the newest.</summary>
    public static string At(OpenKind kind, string code, DateOnly? month = null) =>
        $"{Home}/{(kind is OpenKind.Area ? "areas" : "categories")}/{Uri.EscapeDataString(code)}{Asked(month)}";

    /// <summary>The start page in a month.</summary>
    public static string HomeIn(DateOnly month) => $"{Home}{Asked(month)}";

    private static string Asked(DateOnly? month) => month is { } asked ? $"?month={IsoMonth.Of(asked)}" : "";
}

/// <summary>By what figures are broken down.</summary>
public enum OpenKind
{
    /// <summary>地区</summary>
    Area,

    /// <summary>类别</summary>
    Category,
}
