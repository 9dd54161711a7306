namespace Suiying.Programmes.Model;

/// <summary>Pages of projects.</summary>
internal static class ProgrammeAddress
{
    public const string Desk = "/desk/projects";
    public const string Proposals = "/desk/projects/proposals";
    public const string Propose = "/desk/projects/propose";
    public const string SpotChecks = "/desk/projects/checks";
    public const string Vote = "/desk/projects/vote";
    public const string Public = "/projects";
    public const string PublicProposals = "/projects/ideas";
    public const string PublicPropose = "/projects/propose";
    public const string OfPin = "/projects/at";
    public const string PublicVotes = "/projects/votes";
    public const string Pins = "/api/projects/pins";

    public static string At(Guid id) => $"{Desk}/{id}";

    public static string PublicAt(Guid id) => $"{Public}/{id}";

    public static string ProposalAt(Guid id) => $"{Proposals}/{id}";

    public static string ProposalOf(Guid theme) => $"{Propose}?theme={theme}";
}
