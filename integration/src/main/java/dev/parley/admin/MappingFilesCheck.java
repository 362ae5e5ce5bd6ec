package dev.parley.admin;

import dev.parley.mapping.Finding;
import dev.parley.mapping.Level;
import dev.parley.mapping.MappingFiles;
import java.nio.file.Path;
import java.util.List;

/** Whether the mapping files can be used. */
record MappingFilesCheck(Path folder) implements Check {

    @Override
    public String name() {
        return "mappings";
    }

    @Override
    public List<Diagnosis> diagnose() {
        List<Finding> findings = MappingFiles.load(folder).findings();
        if (findings.isEmpty()) {
            return List.of(Diagnosis.ok(folder.toString(), "sound"));
        }
        return findings.stream().map(MappingFilesCheck::diagnosis).toList();
    }

    private static Diagnosis diagnosis(Finding finding) {
        return new Diagnosis(
                finding.level() == Level.ERROR ? Verdict.FAILED : Verdict.WARNING,
                finding.place().toString(),
                finding.rule() + ": " + finding.what(),
                finding.didYouMean() == null ? "Mend the file." : "Did you mean '" + finding.didYouMean() + "'?");
    }
}
