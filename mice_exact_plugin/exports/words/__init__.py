"""The sentences for what is stored with a row as a code: problems and cures, differences, remarks."""
