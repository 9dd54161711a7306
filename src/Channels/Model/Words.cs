namespace Suiying.Channels.Model;

/// <summary>Enums as people read them.</summary>
internal static class Words
{
    public static string Chinese(this ApiKeyChangeKind kind) =>
        kind switch
        {
            ApiKeyChangeKind.Added => "发放",
            ApiKeyChangeKind.Revoked => "停用",
            _ => kind.ToString(),
        };
}
