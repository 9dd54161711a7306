using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Themes.Model;

namespace Suiying.Themes.Features;

/// <summary>A form of a theme's page that takes one step.</summary>
public abstract class ThemeForm : PostedForm
{
    [Parameter, EditorRequired]
    public ReadTheme.View View { get; set; } = null!;

    [Inject]
    protected IStringLocalizer<Texts> T { get; set; } = null!;

    [Inject]
    protected ICityRegistry Registry { get; set; } = null!;

    protected Theme Theme => View.Theme;

    protected CitySnapshot City => Registry.Current;

    protected bool Lets(ThemeAction action) => Theme.Lets(action, By, City);

    protected Task Take(Task<Outcome<Done>> step) => Take(step, _ => $"{ThemeAddress.At(Theme.Id)}?saved=1");
}
