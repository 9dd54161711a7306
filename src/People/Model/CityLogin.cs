using Microsoft.Extensions.Configuration;
using Suiying.Design;

namespace Suiying.People.Model;

/// <summary>
/// Signing in by the city's own identity provider (OpenID Connect), as the settings <c>SUIYING_OIDC_…</c> say. Without an authority it is
/// off, and nothing is asked of anybody outside.
/// </summary>
public sealed class CityLogin
{
    private const string Prefix = "SUIYING_OIDC_";

    private CityLogin() { }

    /// <summary>Address of the provider, below which its discovery document lies; null where this way of signing in is off.</summary>
    public Uri? Authority { get; private init; }

    public bool On => Authority is not null;

    /// <summary>Under which name the provider knows this system.</summary>
    public string Client { get; private init; } = "";

    /// <summary>Null for a public client, which has PKCE alone.</summary>
    public string? Secret { get; private init; }

    /// <summary>The provider's claim that holds the sign-in name here; null where only the security administrator links accounts.</summary>
    public string? Match { get; private init; }

    /// <summary>Whether who is unknown here gets an account, without any role.</summary>
    public bool Creates { get; private init; }

    /// <summary>Values of <c>acr</c> and <c>amr</c> by which the provider says that it saw a second factor.</summary>
    public IReadOnlySet<string> Factors { get; private init; } = new HashSet<string>();

    /// <summary>What people call the provider, in the language of now.</summary>
    public string Name => Languages.Now == "en" ? english : chinese;

    private string chinese = "";
    private string english = "";

    /// <summary>The claims that are read of what the provider says; all others are dropped at once.</summary>
    public IEnumerable<string> Claims => ["sub", "iss", "acr", "amr", "name", "email_verified", .. Match is null ? [] : new[] { Match }];

    /// <exception cref="ArgumentException">A setting is missing, contradicts another or cannot be used; the text says which.</exception>
    public static CityLogin Read(IConfiguration configuration)
    {
        string? Of(string name) => configuration[Prefix + name]?.Trim() is { Length: > 0 } value ? value : null;
        if (Of("AUTHORITY") is not { } authority)
            return new CityLogin();
        var match = Of("MATCH");
        var creates = Of("CREATE") switch
        {
            null or "false" => false,
            "true" => true,
            var other => throw Wrong("CREATE", $"“{other}”不可用，应为 true 或 false"),
        };
        if (creates && match is null)
            throw Wrong("CREATE", $"为 true 时，须用 {Prefix}MATCH 指定登录名取自哪一项，例如 preferred_username");
        return new CityLogin
        {
            Authority = AddressOf(authority),
            Client = Of("CLIENT") ?? throw Wrong("CLIENT", "没有填写。应为身份认证平台给本系统的客户端编号（client_id）"),
            Secret = SecretOf(Of("SECRET"), Of("SECRET_FILE")),
            Match = match,
            Creates = creates,
            Factors = (Of("SECOND_FACTOR") ?? "")
                .Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .ToHashSet(StringComparer.Ordinal),
            chinese = Of("NAME") ?? "统一身份认证",
            english = Of("NAME_EN") ?? "the city's sign-in",
        };
    }

    private static Uri AddressOf(string authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw Wrong("AUTHORITY", $"“{authority}”不可用，应为 https 地址（只有本机可用 http）");

    private static string? SecretOf(string? given, string? file)
    {
        if (file is null)
            return given;
        if (given is not null)
            throw Wrong("SECRET_FILE", $"与 {Prefix}SECRET 只能填一个");
        if (!File.Exists(file))
            throw Wrong("SECRET_FILE", $"找不到文件 {file}");
        return File.ReadAllText(file).Trim() is { Length: > 0 } secret ? secret : throw Wrong("SECRET_FILE", $"文件 {file} 是空的");
    }

    private static ArgumentException Wrong(string name, string problem) => new($"{Prefix}{name}：{problem}。");
}
