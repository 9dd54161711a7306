namespace Suiying.Design;

/// <summary>The pages to which layouts link. Whoever builds such a page gives it this address.</summary>
public static class Addresses
{
    public const string Home = "/";
    public const string Submit = "/submit";
    public const string Help = "/help";
    public const string Mailbox = "/mailbox";
    public const string Track = "/track";
    public const string Public = "/public";
    public const string Map = "/map";
    public const string Knowledge = "/knowledge";
    public const string Themes = "/themes";
    public const string Projects = "/projects";
    public const string Open = "/open";
    public const string Privacy = "/privacy";
    public const string Mine = "/my/requests";
    public const string SignIn = "/signin";

    /// <summary>Answers POST only.</summary>
    public const string SignOut = "/signout";

    /// <summary>Answers POST only; see <see cref="Languages"/>.</summary>
    public const string Language = "/language";

    /// <summary>Answers POST only; see <see cref="ElderMode"/>.</summary>
    public const string Elder = "/elder";

    /// <summary>Where a supervisor puts a topic forward as a theme; the number is that of any of its requests.</summary>
    public static string ProposeTheme(string number) => $"/desk/themes/new?topic={Uri.EscapeDataString(number)}";

    /// <summary>Where a supervisor puts a theme forward as a project.</summary>
    public static string ProposeProject(Guid theme) => $"/desk/projects/propose?theme={theme}";

    /// <summary>A project for everybody.</summary>
    public static string Project(Guid id) => $"{Projects}/{id}";

    /// <summary>A project at a desk.</summary>
    public static string DeskProject(Guid id) => $"/desk/projects/{id}";

    /// <summary>The address to return to, as a form said it; the home page where it would leave the site.</summary>
    public static string Local(string? back) =>
        back is ['/', ..] && back is not ['/', '/' or '\\', ..] && !back.Any(char.IsControl) ? back : Home;
}
