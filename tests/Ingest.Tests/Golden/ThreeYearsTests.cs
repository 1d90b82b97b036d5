namespace Ingest.Tests.Golden;

/// <summary>The bundled documents of the made-up bureau are what <see cref="ThreeYears"/> draws.</summary>
public class ThreeYearsTests
{
    [Fact]
    public void The_bundled_documents_are_those_that_are_drawn()
    {
        foreach (var (name, draw) in ThreeYears.All)
        {
            var path = Repository.Fixture("documents/" + name);
            var bytes = draw();
            if (Repository.UpdateGolden)
            {
                File.WriteAllBytes(path, bytes);
            }

            Assert.Equal(bytes, File.ReadAllBytes(path));
        }
    }
}
