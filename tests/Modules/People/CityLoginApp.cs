using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.People.Features;
using Suiying.People.Model;
using Suiying.People.Storage;
using Suiying.Testing;

namespace Suiying.Tests.People;

/// <summary>The host with a provider beside it, and accounts that are not the demo's.</summary>
public class CityLoginApp : SuiyingApp
{
    public CityLoginApp() => Provider = new LoopbackProvider(Clock);

    public LoopbackProvider Provider { get; }

    public override async ValueTask InitializeAsync()
    {
        if (ProviderIsThere)
            await Provider.Start();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A new account with this role, and its first password.</summary>
    public async Task<(Guid Id, string Password)> Account(string login, params Role[] roles)
    {
        var system = Actor.System with
        {
            Id = Guid.CreateVersion7(Now),
            Roles = new HashSet<Role> { Role.SystemAdmin },
        };
        var security = system with { Roles = new HashSet<Role> { Role.SecurityAdmin } };
        var made = await Use((CreateStaff create) => create.Run(new StaffProfile(login, $"{login}（测试）", null, null), system, default));
        var grant = new GrantRoles.Command { Id = made.Value.Id, Roles = roles.ToHashSet() };
        Assert.Null((await this.Granted(grant, security)).Refusal);
        return (made.Value.Id, made.Value.Password);
    }

    /// <summary>The changes of this account, by kind: on a clock that stands they have no order.</summary>
    public async Task<IReadOnlyList<AccountChangeKind>> Changes(string login) =>
        [.. (await Use((PeopleDb db) => db.AccountChanges.Where(c => c.Login == login).Select(c => c.Kind).ToListAsync())).Order()];

    public Task<bool> Exists(string login) => Use((PeopleDb db) => db.Staff.AnyAsync(s => s.UserName == login));

    protected virtual bool ProviderIsThere => true;

    protected virtual IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string> { ["MATCH"] = "preferred_username", ["SECOND_FACTOR"] = "mfa,otp" };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("SUIYING_OIDC_AUTHORITY", Provider.Address);
        builder.UseSetting("SUIYING_OIDC_CLIENT", LoopbackProvider.Client);
        builder.UseSetting("SUIYING_OIDC_SECRET", LoopbackProvider.Secret);
        builder.UseSetting("SUIYING_OIDC_NAME", "演示市统一认证");
        builder.UseSetting("SUIYING_SECOND_FACTOR", "Reviewer");
        // Where all tests run side by side on a small machine, slow is not silent.
        builder.ConfigureTestServices(services =>
            services.Configure<OpenIdConnectOptions>(CityProvider.Scheme, options => options.BackchannelTimeout = TimeSpan.FromMinutes(2))
        );
        foreach (var (name, value) in Settings)
            builder.UseSetting($"SUIYING_OIDC_{name}", value);
    }

    private Task<Outcome<Done>> Granted(GrantRoles.Command grant, Actor by) => Use((GrantRoles roles) => roles.Run(grant, by, default));
}

/// <summary>The same where whoever comes gets an account.</summary>
public sealed class OpenCityLoginApp : CityLoginApp
{
    protected override IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string> { ["MATCH"] = "preferred_username", ["CREATE"] = "true" };
}
