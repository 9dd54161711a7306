using System.Collections.Immutable;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using Suiying.Testing;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Suiying.Tests.People;

/// <summary>
/// A city's identity provider: OpenIddict behind sockets of the loopback, with discovery, keys, code and PKCE. Whoever comes is taken for
/// the person that the test named; <see cref="Forge"/> makes it lie.
/// </summary>
public sealed class LoopbackProvider(TimeProvider clock) : IAsyncDisposable
{
    public const string Client = "suiying";
    public const string Secret = "the-secret-of-the-test";
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    // Made once: finding their primes takes longer than most of what a test asks.
    private static readonly RsaSecurityKey Encryption = new(RSA.Create(2048));
    private static readonly RsaSecurityKey Signing = new(RSA.Create(2048));

    private readonly int port = LoopbackPort.Free();
    private WebApplication? app;
    private SqliteConnection? tokens;

    public string Address => $"http://127.0.0.1:{port}/";

    /// <summary>Claims of who comes next, beside the subject.</summary>
    public Dictionary<string, string> Says { get; } = [];

    public string Subject { get; set; } = "";

    /// <summary>How the person showed who they are.</summary>
    public ImmutableArray<string> Methods { get; set; } = [];

    /// <summary>The person presses cancel.</summary>
    public bool Cancels { get; set; }

    /// <summary>The line is cut when the code is redeemed.</summary>
    public bool Cut { get; set; }

    /// <summary>Changes the token of identity before it is signed.</summary>
    public Action<SecurityTokenDescriptor>? Forge { get; set; }

    /// <summary>Answers of the token endpoint, by status.</summary>
    public List<int> Redeemed { get; } = [];

    /// <summary>An honest provider, to whom this person comes.</summary>
    public void Meet(string subject, string? login = null, string? name = null, params ReadOnlySpan<string> methods)
    {
        (Subject, Cancels, Cut, Forge, Methods) = (subject, false, false, null, [.. methods]);
        Says.Clear();
        if (login is not null)
            Says[Claims.PreferredUsername] = login;
        if (name is not null)
            Says[Claims.Name] = name;
    }

    /// <param name="site">Where the system under test answers.</param>
    public async Task Start(string site = "http://localhost")
    {
        tokens = new SqliteConnection("Data Source=:memory:");
        await tokens.OpenAsync();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address);
        builder.Services.AddSingleton(clock);
        builder.Services.AddDbContext<Tokens>(options => options.UseSqlite(tokens).UseOpenIddict());
        builder.Services.AddOpenIddict().AddCore(core => core.UseEntityFrameworkCore().UseDbContext<Tokens>()).AddServer(Configure);
        app = builder.Build();
        app.Use(WatchTokens);
        app.UseAuthentication();
        app.MapGet("/authorize", Authorize);
        app.MapGet("/userinfo", () => Results.Json(new Dictionary<string, string>(Says) { [Claims.Subject] = Subject }));
        app.MapGet("/leave", () => Results.SignOut(authenticationSchemes: [Scheme]));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Tokens>().Database.EnsureCreatedAsync();
            await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(Application(site));
        }
        await app.StartAsync();
        await Warm();
    }

    /// <summary>The first answers compile half the provider, which on a busy machine takes longer than anybody waits for a real one.</summary>
    private async Task Warm()
    {
        using var http = new HttpClient { BaseAddress = new Uri(Address) };
        await http.GetStringAsync(new Uri("/.well-known/openid-configuration", UriKind.Relative));
        await http.GetStringAsync(new Uri("/.well-known/jwks", UriKind.Relative));
        var nobodys = new Dictionary<string, string>
        {
            ["grant_type"] = GrantTypes.AuthorizationCode,
            ["code"] = "nobody's",
            ["client_id"] = Client,
            ["client_secret"] = Secret,
        };
        using var form = new FormUrlEncodedContent(nobodys);
        using var answer = await http.PostAsync(new Uri("/token", UriKind.Relative), form);
        Redeemed.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        if (tokens is not null)
            await tokens.DisposeAsync();
    }

    private void Configure(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
        server.SetUserInfoEndpointUris("userinfo").SetEndSessionEndpointUris("leave");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes(Scopes.Profile, Scopes.Email);
        server.AddEncryptionKey(Encryption).AddSigningKey(Signing);
        server
            .UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableUserInfoEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough()
            .DisableTransportSecurityRequirement();
        server.AddEventHandler<OpenIddictServerEvents.GenerateTokenContext>(handler =>
            handler
                .UseInlineHandler(context =>
                {
                    if (context.TokenType == TokenTypeIdentifiers.IdentityToken)
                        Forge?.Invoke(context.SecurityTokenDescriptor);
                    return default;
                })
                .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1)
        );
    }

    private static OpenIddictApplicationDescriptor Application(string site) =>
        new()
        {
            ClientId = Client,
            ClientSecret = Secret,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { new Uri($"{site}/signin/city/answer") },
            PostLogoutRedirectUris = { new Uri($"{site}/signout/city/done") },
            Permissions =
            {
                Permissions.Endpoints.Authorization,
                Permissions.Endpoints.Token,
                Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode,
                Permissions.ResponseTypes.Code,
                Permissions.Scopes.Profile,
                Permissions.Scopes.Email,
            },
        };

    private IResult Authorize(HttpContext http)
    {
        if (Cancels)
            return Results.Forbid(authenticationSchemes: [Scheme]);
        var identity = new ClaimsIdentity("loopback", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, Subject);
        foreach (var (type, value) in Says)
            identity.SetClaim(type, value);
        if (!Methods.IsEmpty)
            identity.SetClaims(Claims.AuthenticationMethodReference, Methods);
        identity.SetScopes(http.GetOpenIddictServerRequest()!.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: Scheme);
    }

    private async Task WatchTokens(HttpContext http, RequestDelegate next)
    {
        var token = http.Request.Path == "/token";
        if (token && Cut)
        {
            http.Abort();
            return;
        }
        await next(http);
        if (token)
            Redeemed.Add(http.Response.StatusCode);
    }

    private sealed class Tokens(DbContextOptions<Tokens> options) : DbContext(options);
}
