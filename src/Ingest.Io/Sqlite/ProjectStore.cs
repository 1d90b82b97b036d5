using Ingest.Core.Model;
using Microsoft.Data.Sqlite;

namespace Ingest.Io.Sqlite;

/// <summary>Stores the projects that a document names, each once though its list and its performance form both name it.</summary>
internal sealed class ProjectStore : IDisposable
{
    private const string List = "project_expenditure";

    /// <summary>Codes of categories (31 本级支出项目) are shorter than those of projects.</summary>
    private const int ShortestCode = 20;

    private readonly Statement _insert;

    public ProjectStore(SqliteConnection connection) => _insert = new Statement(connection, """
        INSERT INTO projects (document_id, project, code, name, table_id, line, form)
        VALUES (?1, ?2, ?3, ?4, (SELECT id FROM tables WHERE document_id = ?1 AND ordinal = ?5),
                (SELECT l.line FROM lines l JOIN tables t ON t.id = l.table_id WHERE t.document_id = ?1 AND t.ordinal = ?5 AND l.row = ?6 AND l.block = ?7 LIMIT 1), ?8)
        """);

    public void Write(long documentId, ParsedDocument document)
    {
        var projects = new List<Project>();
        foreach (var table in document.Tables.Where(t => t.Kind == List))
        {
            foreach (var row in table.Rows)
            {
                if (row.IsLeaf && (row.Code.Length >= ShortestCode || (row.CodeScheme.Length == 0 && row.Label.Length > 0)))
                {
                    projects.Add(new Project(row.Code, row.Label, table.Ordinal, row, null));
                }
            }
        }

        for (var form = 0; form < document.Forms.Length; form++)
        {
            var (code, name) = (document.Forms[form].ProjectCode, document.Forms[form].Project);
            if (code.Length == 0 && name.Length == 0)
            {
                continue;
            }

            var known = projects.FindIndex(p => p.Form is null && (code.Length > 0 && p.Code.Length > 0 ? p.Code == code : p.Name == name));
            if (known >= 0)
            {
                projects[known] = projects[known] with { Form = form };
            }
            else
            {
                projects.Add(new Project(code, name, null, null, form));
            }
        }

        for (var i = 0; i < projects.Count; i++)
        {
            var p = projects[i];
            _insert.Add(documentId).Add(i).Add(p.Code).Add(p.Name).Add(p.Table).Add(p.Row?.Row).Add(p.Row?.Block).Add(p.Form).Run();
        }
    }

    public void Dispose() => _insert.Dispose();

    private sealed record Project(string Code, string Name, int? Table, BudgetRow? Row, int? Form);
}
