using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Programmes.Model;

namespace Suiying.Programmes.Features;

/// <summary>A form of a project's page that takes one step.</summary>
public abstract class ProjectForm : PostedForm
{
    [Parameter, EditorRequired]
    public ReadProject.View View { get; set; } = null!;

    [Inject]
    protected IStringLocalizer<Texts> T { get; set; } = null!;

    [Inject]
    protected ICityRegistry Registry { get; set; } = null!;

    protected Project Project => View.Project;

    protected CitySnapshot City => Registry.Current;

    protected bool Lets(ProjectAction action) => Project.Lets(action, By, City);

    protected Task Take(Task<Outcome<Done>> step) => Take(step, _ => $"{ProgrammeAddress.At(Project.Id)}?saved=1");
}
