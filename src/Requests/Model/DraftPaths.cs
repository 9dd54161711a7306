namespace Suiying.Requests.Model;

/// <summary>The pages of the journey.</summary>
internal static class DraftPaths
{
    public static string Of(DraftStep step) =>
        step switch
        {
            DraftStep.Matter => "/submit",
            DraftStep.Place => "/submit/place",
            DraftStep.Similar => "/submit/similar",
            DraftStep.Contact => "/submit/contact",
            DraftStep.Accused => "/submit/unit",
            DraftStep.Check => "/submit/check",
            _ => "/submit/done",
        };
}
