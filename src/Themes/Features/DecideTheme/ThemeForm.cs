using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Themes.Model;

namespace Suiying.Themes.Features;

/// <summary>A form of a theme's page that takes one step: what was typed stays where it is refused, and who was late is told.</summary>
public abstract class ThemeForm : ComponentBase
{
    [Parameter, EditorRequired]
    public ReadTheme.View View { get; set; } = null!;

    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    protected IStringLocalizer<Texts> T { get; set; } = null!;

    [Inject]
    protected ICityRegistry Registry { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected Refusal? Refused { get; private set; }

    protected Theme Theme => View.Theme;

    protected CitySnapshot City => Registry.Current;

    protected Actor By => Actor.From(Http.User);

    /// <summary>As the form was sent with; null where it was not.</summary>
    protected int? Seen => int.TryParse(Said("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;

    protected bool Lets(ThemeAction action) => Theme.Lets(action, By, City);

    /// <summary>The form stands on the page: its step may be taken, or it was sent from a page that is no longer true and is answered.</summary>
    protected bool Stands(bool lets, string form) => lets || Said("_handler") == form;

    /// <summary>What a field of the form was sent with; empty where it was not.</summary>
    protected string Said(string field) => Http.Request.HasFormContentType ? Http.Request.Form[field].ToString() : "";

    protected string? ProblemOf(string field) => Refused?.Fields.Of(field);

    protected async Task Take(Task<Outcome<Done>> step)
    {
        if ((await step).Ok(out _, out var refusal))
            Navigation.NavigateTo($"{ThemeAddress.At(Theme.Id)}?saved=1");
        else
            (Refused, Http.Response.StatusCode) = (refusal, refusal.StatusCode());
    }
}
