namespace Suiying.People.Model;

/// <summary>Where a person goes on after signing in.</summary>
internal static class LocalUrl
{
    /// <summary>The address if it is a path of this site, else the fallback: no link of ours leads through us to a stranger's site.</summary>
    public static string OrElse(string? address, string fallback) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : fallback;
}
