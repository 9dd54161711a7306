using Suiying.Design;
using Suiying.Web.Hosting;
using Suiying.Web.Telemetry;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var settings = SuiyingSettings.Read(builder.Configuration, args);
builder.WebHost.UseUrls(settings.Urls);
builder.WebHost.UseStaticWebAssets();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.LimitSlowness(builder.Configuration));
builder.Services.AddSuiying(settings, builder.Configuration);
builder.Services.AddPages();
builder.AddTelemetry();

var app = builder.Build();
if (LoopbackOnly.Refuses(app.Environment, settings) is { } reason)
    return await Startup.Fail(app, reason);
if (!await Startup.Prepare(app.Services, settings, app.Environment, app.Lifetime.ApplicationStopping))
    return 1;
app.StartTelemetry();
app.UsePages();
app.MapModules();
app.MapElderMode();
app.MapLanguages();
app.MapHealth();
await app.RunAsync();
return 0;

/// <summary>Named so that tests can start the host.</summary>
public partial class Program;
