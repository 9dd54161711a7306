using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.Kernel.Data;
using Suiying.People.Features;
using Suiying.People.Model;
using Suiying.People.Reactions;
using Suiying.People.Storage;

namespace Suiying.People;

/// <summary>Sealed identities, accounts of staff, residents by phone code.</summary>
public sealed class PeopleModule : IModule
{
    public string Name => "People";

    public IReadOnlyList<MenuEntry> Menu =>
        [
            new("staff", "账号与角色", Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin),
            new("audit/openings", "身份查阅记录", Role.AuditAdmin),
            new("audit/accounts", "账号变更记录", Role.AuditAdmin),
            new("admin/sealing", "身份密封密钥", Role.SecurityAdmin, Role.AuditAdmin),
            new("events", "事件投递", Role.SystemAdmin, Role.AuditAdmin),
        ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(this);
        services.AddModuleDb<PeopleDb>();
        AddSeal(services, configuration["SUIYING_KEYS"] is { Length: > 0 } keys ? keys : Path.Combine("var", "keys"));
        AddStaff(services, configuration);
        AddResidents(services);
        services.AddScoped<CityClock>().AddScoped<ReadOpenings>().AddScoped<ReadAccountChanges>();
        services.AddScoped<ListEvents>().AddScoped<ReplayEvents>();
    }

    public void MapTables(ModelBuilder model) => PeopleTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        SignInDemoApi.Map(routes);
        SignOutApi.Map(routes);
        SignInPasskeyApi.Map(routes);
        SignInCityApi.Map(routes);
        AddPasskeyApi.Map(routes);
        ExportStaffApi.Map(routes);
        GivePasswordsApi.Map(routes);
        var people = routes.MapGroup("/api/people").WithTags("People");
        SendPhoneCodeApi.Map(people);
        SignInResidentApi.Map(people);
        ReadOpeningsApi.Map(people);
    }

    private static void AddSeal(IServiceCollection services, string folder)
    {
        services.AddSingleton(new KeyFolder(folder));
        services.AddSingleton<KeyRing>();
        services.AddScoped<ISealedIdentities, SealedIdentities>();
        services.AddScoped<RotateKeys>().AddScoped<ListKeys>();
        services.AddHostedService<KeyRotator>();
        // Cookies must open in every process and after a restart; their keys lie beside the seal's.
        services
            .AddDataProtection()
            .SetApplicationName("Suiying")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "cookies")));
    }

    private static void AddStaff(IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddIdentityCore<StaffUser>(options =>
            {
                options.Password.RequiredLength = 10;
                options.Password.RequiredUniqueChars = 5;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
            })
            .AddUserStore<UserOnlyStore<StaffUser, PeopleDb, Guid>>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddErrorDescriber<StaffErrors>();
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromMinutes(1);
            options.OnRefreshingPrincipal = StaffSessions.Carry;
        });
        services.AddAuthentication(Sessions.Scheme).AddCookie(Sessions.Scheme, Sessions.Configure);
        services
            .AddAuthentication()
            // Who comes from the provider's site must be known at the next page.
            .AddCookie(HalfSignIn.Scheme, cookie => Sessions.ConfigureBetween(cookie, "suiying-half", HalfSignIn.Lasts, SameSiteMode.Lax))
            .AddCookie(CityOpenId.Between, cookie => Sessions.ConfigureBetween(cookie, "suiying-city", CityOpenId.Lasts, SameSiteMode.Lax))
            .AddCookie(PasskeyRules.Scheme, cookie => Sessions.ConfigureBetween(cookie, "suiying-challenge", PasskeyRules.Lasts));
        AddCityLogin(services, CityLogin.Read(configuration));
        services.Configure<IdentityPasskeyOptions>(options => PasskeyRules.Configure(options, configuration));
        services.AddAuthorization();
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddSingleton<Sessions>().AddSingleton<LiveSessions>();
        services.AddScoped<StaffSessions>().AddScoped<SignInGuard>().AddScoped<CircuitHandler, LeaveEndedSession>();
        services.AddScoped<SecondFactors>().AddScoped<HalfSignIn>().AddScoped<SecondStep>().AddScoped<PasswordAgain>();
        services.AddScoped<AddPasskey>().AddScoped<RemovePasskey>().AddScoped<SignInPasskey>();
        services.AddScoped<AddSecondFactor>().AddScoped<CheckSecondFactor>().AddScoped<RemoveSecondFactor>();
        services.AddSingleton(provider =>
            SecondFactorRule.Read(configuration, provider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        );
        services.AddScoped<ListSessions>().AddScoped<EndSessions>().AddScoped<UnlockStaff>();
        services.AddScoped<IStaffDirectory, StaffDirectory>();
        services.AddScoped<SignInStaff>().AddScoped<SignInDemo>().AddScoped<ChangePassword>().AddScoped<MyAccount>().AddScoped<SignOut>();
        services.AddScoped<ListStaff>().AddScoped<CreateStaff>().AddScoped<SetStaffActive>().AddScoped<GivePassword>();
        services.AddScoped<ImportStaff>().AddScoped<DecideImport>().AddScoped<GivePasswords>();
        services.AddScoped<ExportStaff>().AddScoped<GrantAskedRoles>();
        services.AddScoped<GrantRoles>().AddScoped<CreateFirstAdministrators>().AddScoped<LoadDemoStaff>();
    }

    private static void AddCityLogin(IServiceCollection services, CityLogin login)
    {
        services.AddSingleton(login).AddSingleton<CityProvider>();
        services.AddScoped<CityLinks>().AddScoped<SignInCity>().AddScoped<LinkCityLogin>().AddScoped<UnlinkCityLogin>();
        if (!login.On)
            return;
        services.AddAuthentication().AddOpenIdConnect(CityOpenId.Scheme, null, _ => { });
        services.AddOptions<OpenIdConnectOptions>(CityOpenId.Scheme).Configure<CityLogin, TimeProvider>(CityOpenId.Configure);
    }

    private static void AddResidents(IServiceCollection services)
    {
        services.AddScoped<SendPhoneCode>().AddScoped<CheckPhoneCode>().AddScoped<SignInResident>();
        services.AddScoped<SeeOwnData>().AddScoped<EraseIdentity>().AddScoped<CorrectIdentity>().AddScoped<ListOwnOpenings>();
        services.AddScoped<IPhoneCodes, PhoneCodes>();
        services.AddSingleton<DevelopmentMessageSender>();
        // Until a module that sends registers its own, development has the log and everything else a clear refusal.
        services.TryAddSingleton<IMessageSender>(provider =>
            provider.GetRequiredService<IHostEnvironment>().IsDevelopment()
                ? provider.GetRequiredService<DevelopmentMessageSender>()
                : new NoMessageSender()
        );
    }
}
